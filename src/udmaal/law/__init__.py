"""The rules, benefit by benefit: pure functions of case and rates.

They read no files, print nothing and know no language. What they cannot answer they refuse, with
``InputFaultsError``, instead of answering wrongly.
"""
