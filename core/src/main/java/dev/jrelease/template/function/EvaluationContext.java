package dev.jrelease.template.function;

import java.util.Collection;
import java.util.Optional;

/** The context of functions and expressions: names with their values, files, and versions. */
public interface EvaluationContext {
    /** The value of a name; the case of the first letter does not count. */
    Optional<Object> value(String name);

    /** All names. */
    Collection<String> names();

    /** The files that templates may read; empty if they may read none. */
    Optional<FileAccess> files();

    /** The check that evaluates all branches; empty for a release. */
    Optional<BranchCheck> branchCheck();

    /** The versions for {@code isNewest}; empty if they are not known. */
    Optional<Releases> releases();

    /** The secret values. */
    SecretValues secrets();

    /** Why a name that is known elsewhere has no value here. */
    Optional<String> lacks(String name);
}
