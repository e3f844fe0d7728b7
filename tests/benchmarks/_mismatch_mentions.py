def coreference(data):
    return {}
