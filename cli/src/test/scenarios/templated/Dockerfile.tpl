FROM scratch
COPY hello /hello
COPY etc/{{ .Arch }}.conf /etc/hello.conf
LABEL built-for={{ platform }}
ENTRYPOINT ["/hello"]
