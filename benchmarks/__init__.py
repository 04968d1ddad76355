"""Benchmarks: generated playbooks, and what reading, building and searching them costs."""
