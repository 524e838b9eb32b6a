"""Cases from a list of another system, and months back to it.

``map`` says which column is which key, ``keys`` what a key of the case file takes, ``listing``
finds the table, ``values`` reads its cells, ``drafts`` puts the rows of a case together,
``importing`` checks and writes the case files, ``suggest`` proposes a map, ``payroll`` gives the
months of many cases as rows; ``formats`` write them.
"""
