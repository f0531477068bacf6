print("rota")
print("done")
