package dev.jrelease.registry;

import java.util.List;
import java.util.Optional;

/** The names of settings in well-known registries that prevent a push. */
record KnownRegistry(String host) {
    private static final String PUBLIC_ECR = "public.ecr.aws";
    private static final String GAR = "-docker.pkg.dev";

    /** Why a push with a login may be denied. */
    Optional<String> denied() {
        return host.equals("ghcr.io")
                ? Optional.of(
                        "on GitHub, open the settings of the package, Manage Actions access, and add the repository"
                                + " with the role Write; its workflow needs permissions: packages: write")
                : Optional.empty();
    }

    String missingRepository(String repository) {
        Optional<String> region = ecrRegion();
        if (region.isPresent()) {
            return "ECR wants the repository to be created first: aws ecr create-repository --repository-name "
                    + repository + " --region " + region.get();
        }
        return host.equals(PUBLIC_ECR)
                ? "ECR wants the repository to be created first: aws ecr-public create-repository --repository-name "
                        + repository.substring(repository.indexOf('/') + 1)
                : "some registries want the repository to be created first";
    }

    String immutableTags(String repository) {
        Optional<String> region = ecrRegion();
        String setting = region.isPresent()
                ? "aws ecr put-image-tag-mutability --repository-name " + repository
                        + " --image-tag-mutability MUTABLE --region "
                        + region.get()
                : host.endsWith(GAR)
                        ? "gcloud artifacts repositories update --no-immutable-tags"
                        : host.equals("docker.io")
                                ? "Immutable tags, in the settings of the repository on Docker Hub"
                                : "Harbor: Tag Immutability of the project; Quay: Immutable tags; Artifactory: Block"
                                        + " Pushing Existing Tags";
        return "the registry lets no tag that exists name something else: " + setting;
    }

    /** The region in {@code 123456789012.dkr.ecr.eu-west-1.amazonaws.com}. */
    private Optional<String> ecrRegion() {
        List<String> labels = List.of(host.split("\\.", -1));
        boolean isEcr = labels.size() > 4
                && labels.get(1).equals("dkr")
                && labels.get(2).equals("ecr")
                && labels.get(4).equals("amazonaws");
        return isEcr ? Optional.of(labels.get(3)) : Optional.empty();
    }
}
