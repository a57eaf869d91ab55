print("scruple")
