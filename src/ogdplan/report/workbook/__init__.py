"""Plans as workbooks: what stands in each sheet."""
