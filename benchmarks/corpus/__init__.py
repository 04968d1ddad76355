"""What generated playbooks are made of: words, records, and how people write them in YAML."""
