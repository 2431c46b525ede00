package dev.jrelease.testkit.registry;

/**
 * A request as the registry saw it.
 *
 * @param target the path with the query as it was sent
 * @param user who was logged in, empty without a login
 * @param status what was answered, 0 if the connection was dropped
 */
public record Request(String method, String target, String user, int status) {
    /** The target without the query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
