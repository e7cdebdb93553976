"""The ledger as tables for a spreadsheet: CSV and XLSX."""
