"""Widgets that know nothing of the application: they show frozen rows and tell by signals what the person
did.
"""
