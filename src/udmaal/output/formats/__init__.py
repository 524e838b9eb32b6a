"""What is written of a result: a folder for each kind, with one module a format.

``cli/formats.py`` finds them. What several formats share stands beside this folder.
"""
