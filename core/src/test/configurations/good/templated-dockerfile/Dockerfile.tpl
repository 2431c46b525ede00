FROM scratch
{{- if eq .Arch "arm64" }}
ENV PAGE_SIZE=65536
{{- end }}
COPY etc /etc
LABEL built={{ .Date }}
