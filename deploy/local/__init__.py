"""Runs the whole platform on one machine: private servers, supervisor, demo, tests. See README.md."""
