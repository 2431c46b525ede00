package dev.jrelease.init;

import java.util.List;

/**
 * What was found in a project, and what is proposed for it.
 *
 * @param name of the project
 * @param image the name of its image
 * @param platforms of the images, with {@code /}
 * @param atGitHub whether the remote is at GitHub
 */
public record Proposal(String name, Project project, String image, List<String> platforms, boolean atGitHub) {
    public Proposal {
        platforms = List.copyOf(platforms);
    }

    /** The description of the project for users. */
    public String describe() {
        return project.describe();
    }
}
