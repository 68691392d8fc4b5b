def overrides(table, program, folder):
    pass
