"""What other tools hold, as new files and additions to a playbook; nothing is read or written."""
