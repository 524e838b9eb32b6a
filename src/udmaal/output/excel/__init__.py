"""Workbooks for Excel; needs the optional extra ``udmaal[excel]``."""
