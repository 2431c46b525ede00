version = "{{ .Version }}"
arch = "{{ .Arch }}"
