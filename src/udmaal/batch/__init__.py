"""Many cases at once: the same pure calculation as ``calc``, mapped over files.

``paths`` finds the files, ``work`` is what happens to one of them, ``engines`` spread the work,
``output`` writes it, ``summary`` adds it up, ``run`` puts them together.
"""
