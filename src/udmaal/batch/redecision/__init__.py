"""Every case as if its last decision on extra costs were made anew on a day.

``case`` is what happens to one case, ``records`` reads the lines back, puts them in order and makes
rows of a table, ``council`` adds them up, ``run`` puts a whole run together, ``summaries`` has a
module for each form of the council's page.
"""
