"""Measures extraction against labels that people wrote: right or wrong for single values, precision and recall for lists."""
