package dev.jrelease.template.function;

import java.util.Collection;
import java.util.Optional;

/** All that functions and expressions can see: the names that stand for values, and files if there are any. */
public interface EvaluationContext {
    /** A value by its name; the case of the first letter does not count. */
    Optional<Object> value(String name);

    /** Every name there is, as it was given. */
    Collection<String> names();

    /** The files that may be read; absent where templates may read none. */
    Optional<FileAccess> files();

    /** Looks at every branch of templates; absent where they are only filled in. */
    Optional<BranchCheck> branchCheck();

    /** The versions there are; absent where that is not known. */
    Optional<Releases> releases();

    /** Which values are secrets. */
    SecretValues secrets();

    /** Why a name that is known elsewhere has no value here. */
    Optional<String> lacks(String name);
}
