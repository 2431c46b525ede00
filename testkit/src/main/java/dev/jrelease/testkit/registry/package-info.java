/**
 * An OCI distribution registry in this process, with logins, faults and a log, for tests and for the demonstration.
 * It shares no code with the client it tests. May use the JDK and Jackson.
 */
@NullMarked
package dev.jrelease.testkit.registry;

import org.jspecify.annotations.NullMarked;
