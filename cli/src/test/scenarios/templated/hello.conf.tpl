version={{ version }} arch={{ .Arch }}
