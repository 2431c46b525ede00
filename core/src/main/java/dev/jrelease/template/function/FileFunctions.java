package dev.jrelease.template.function;

import dev.jrelease.files.OutsideException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Functions for the content of files and their checksums. */
final class FileFunctions {
    private static final Map<String, String> DIGESTS = Map.of(
            "md5", "MD5",
            "sha1", "SHA-1",
            "sha224", "SHA-224",
            "sha256", "SHA-256",
            "sha384", "SHA-384",
            "sha512", "SHA-512",
            "sha3_224", "SHA3-224",
            "sha3_256", "SHA3-256",
            "sha3_384", "SHA3-384",
            "sha3_512", "SHA3-512");

    private FileFunctions() {}

    static List<Function> all() {
        List<Function> all = new ArrayList<>(List.of(
                Function.of(
                        "readFile \"VERSION\"",
                        1,
                        "the content of the file without white space around it; empty if it cannot be read",
                        FileFunctions::readIfThere),
                Function.of(
                        "mustReadFile \"VERSION\"",
                        1,
                        "the content of the file without white space around it",
                        call -> trimmed(read(call))),
                Function.of("crc32 \"dist/app\"", 1, "the file's CRC-32 checksum", call -> crc32(read(call)))));
        DIGESTS.forEach((name, algorithm) -> all.add(Function.of(
                name + " \"dist/app\"",
                1,
                "the file's " + algorithm + " checksum",
                call -> digest(algorithm, read(call)))));
        for (String name : List.of("blake2b", "blake2s", "blake3")) {
            all.add(Function.of(name + " \"dist/app\"", 1, "not supported: use sha256", call -> {
                throw new FunctionFailure(name + " is not supported, sha256 and sha3_256 are");
            }));
        }
        return all;
    }

    static FileAccess files(Call call) {
        return call.context()
                .files()
                .orElseThrow(() -> new FunctionFailure(
                        call.function() + " cannot be used here: templates have no access to files"));
    }

    private static byte[] read(Call call) {
        String path = call.text(0);
        try {
            return files(call).read(path);
        } catch (NoSuchFileException missing) {
            throw new FunctionFailure("could not read '" + path + "': there is no such file");
        } catch (IOException failed) {
            throw failure(path, failed);
        }
    }

    private static FunctionFailure failure(String path, IOException why) {
        return new FunctionFailure("could not read '" + path + "': " + why.getMessage());
    }

    private static String readIfThere(Call call) {
        try {
            return trimmed(files(call).read(call.text(0)));
        } catch (OutsideException refused) {
            throw failure(call.text(0), refused);
        } catch (IOException missing) {
            return "";
        }
    }

    private static String trimmed(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).strip();
    }

    private static String crc32(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static String digest(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new FunctionFailure("this Java has no " + algorithm);
        }
    }
}
