"""What others get to see: a playbook without what is withheld, and a sealed site."""
