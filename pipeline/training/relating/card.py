def card(*a): return {}
def readme(*a): return ""
