"""What the command prints for people: a report with its findings, a run's progress and summary, errors.

Everything here but the errors needs rich, so the command imports it only when it has something to print.
"""
