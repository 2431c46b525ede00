package dev.jrelease.registry;

import dev.jrelease.http.Authority;
import dev.jrelease.http.Loopback;
import dev.jrelease.image.Access;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The hosts with insecure access. The access of one host has no effect on others. */
final class InsecureHosts {
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /**
     * Adds a host.
     *
     * @param registry host, with a port where one is written
     */
    void add(String registry) {
        names.add(Authority.of(URI.create("https://" + registry)).host());
    }

    /** The access for another URL that a registry refers to. */
    Access accessTo(Origin there, Origin registry, Access own) {
        if (there.host().equals(registry.host())) {
            return own;
        }
        return names.contains(there.host()) ? Access.INSECURE : Access.STRICT;
    }

    /** Whether a registry may refer to a URL; credentials never go from https to plain http. */
    boolean allows(Origin there, Origin registry, Access own) {
        if (there.scheme().equals("https")) {
            return true;
        }
        boolean sameHost = there.host().equals(registry.host());
        boolean onThisMachine = Loopback.is(there.host()) && Loopback.is(registry.host());
        boolean downgrade = sameHost && registry.scheme().equals("https");
        return !downgrade && (onThisMachine || accessTo(there, registry, own) == Access.INSECURE);
    }
}
