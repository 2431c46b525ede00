package dev.jrelease.verify;

import dev.jrelease.verify.FileSystem.Node;
import dev.jrelease.verify.ImageProblem.Severity;
import dev.jrelease.verify.StartCommand.Role;
import java.util.Set;

/** Checks whether Linux can start a file at all, on any processor. */
record ExecutableCheck(String subject, Role role, FilePlatformCheck platformCheck) {
    /** Programs in these roles are started without a shell, which could read a text as a script. */
    private static final Set<Role> FIRST = Set.of(Role.ENTRYPOINT, Role.CMD);

    void check(Node file) {
        if (!file.isExecutable() && role != Role.LOADED) {
            String mode = Integer.toOctalString(file.mode());
            Severity severity = role == Role.ENTRYPOINT ? Severity.ERROR : Severity.WARNING;
            platformCheck.report(severity, "/" + file.path(), subject + " is not executable: its mode is " + mode);
            return;
        }
        switch (file.content()) {
            case FileType.Foreign(String what) -> refuse(file, what);
            case FileType.Elf(ElfHeader _, boolean truncated) when truncated -> refuse(file, "a truncated ELF file");
            case FileType.Empty _ when FIRST.contains(role) -> refuse(file, "empty");
            case FileType.Text(boolean mark, var _)
            when FIRST.contains(role) ->
                refuse(
                        file,
                        mark
                                ? "a text that begins with a byte order mark, which hides its first line"
                                : "a text that does not begin with #! and the program that runs it");
            case FileType.Other _
            when FIRST.contains(role) ->
                platformCheck.report(
                        Severity.WARNING, "/" + file.path(), subject + " is neither an ELF file nor a script with #!");
            default -> {}
        }
    }

    private void refuse(Node file, String what) {
        platformCheck.report(Severity.ERROR, "/" + file.path(), subject + " is " + what);
    }
}
