"""stub"""
def read_prose(document, context, has_tasks): return []
