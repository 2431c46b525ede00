package dev.jrelease.pipes.before;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import java.util.List;

/**
 * The section {@code before}: commands to run before a release.
 *
 * <pre>{@code
 * before:
 *   hooks:
 *     - go mod tidy
 *     - cmd: ./prepare.sh {{ .Version }}
 *       dir: scripts
 *       env: ["TARGET={{ .ProjectName }}"]
 *       if: "{{ not .IsSnapshot }}"
 * }</pre>
 */
@Description("Commands to run before everything else.")
public record BeforeConfig(
        @Description("Commands to run before everything else, one after the other. A command alone, or keys.")
        @Example("[go mod tidy, {cmd: ./prepare.sh, dir: scripts}]")
        List<HookConfig> hooks) {

    public static final Section<BeforeConfig> SECTION = Section.under("before", BeforeConfig.class);

    public BeforeConfig {
        hooks = List.copyOf(hooks);
    }
}
