"""The window. Widgets and models know nothing of the application; screens join them to actions and
queries.
"""
