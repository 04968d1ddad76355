"""The playbook in forms that outlive this tool."""
