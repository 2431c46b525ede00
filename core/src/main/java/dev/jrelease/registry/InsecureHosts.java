package dev.jrelease.registry;

import dev.jrelease.http.Authority;
import dev.jrelease.http.Loopback;
import dev.jrelease.image.Access;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The hosts that a run names as insecure. What holds for one of them holds for no other host. */
final class InsecureHosts {
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /**
     * Names one more of them.
     *
     * @param registry host, with a port where one is written
     */
    void add(String registry) {
        names.add(Authority.of(URI.create("https://" + registry)).host());
    }

    /** How a registry that is spoken to under some access may let its client speak to another address. */
    Access accessTo(Origin there, Origin registry, Access own) {
        if (there.host().equals(registry.host())) {
            return own;
        }
        return names.contains(there.host()) ? Access.INSECURE : Access.STRICT;
    }

    /** Whether a registry may send its client to an address: what it speaks privately, it keeps private. */
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
