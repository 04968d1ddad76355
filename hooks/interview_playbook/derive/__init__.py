"""Derived facts: pure functions of a playbook and of now, never stored."""
