"""The engine of Interview Playbook: YAML records in, a private site out."""

__version__ = "0.1.0"
