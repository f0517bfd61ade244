"""Workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods): one of their sheets as the same stream of records that a CSV file gives.

A workbook is read by a process of its own (`child`), under limits, and comes as CSV text, one line per row of the
sheet; so whatever reads records afterwards cannot tell, and a library that dies of a hostile file takes nothing along.
"""
