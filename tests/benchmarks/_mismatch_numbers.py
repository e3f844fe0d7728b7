def numeric(data):
    return {}
