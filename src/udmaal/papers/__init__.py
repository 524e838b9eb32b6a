"""The papers of cases: annexes, one or one a person, of one case or of very many.

``work`` makes those of a case, ``names`` gives their file names, ``made`` is the list of what was
made and what a run goes on from, ``run`` puts them together.
"""
