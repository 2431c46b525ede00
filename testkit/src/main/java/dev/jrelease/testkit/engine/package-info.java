/**
 * A Docker engine that speaks the Engine API's wire protocol and runs nothing. May use the JDK and Jackson.
 */
@NullMarked
package dev.jrelease.testkit.engine;

import org.jspecify.annotations.NullMarked;
