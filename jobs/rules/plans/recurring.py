def recurring_of(tasks, prose): return []
