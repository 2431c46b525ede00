import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.jrelease.config.bind.NoteTable;
import dev.jrelease.config.bind.RecordNotes;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the class that {@link NoteTable} asks for, from the annotations of the records in a folder of classes. */
final class WriteNotes {
    private static final ClassDesc TABLE = ClassDesc.of(NoteTable.NAME);

    private WriteNotes() {}

    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Map<String, String> notes = new TreeMap<>();
        for (Class<?> type : records(classes)) {
            RecordNotes found = RecordNotes.read(type);
            if (!found.isEmpty()) {
                notes.put(type.getName(), found.text());
            }
        }
        ClassFile.of()
                .buildTo(
                        classes.resolve(NoteTable.NAME.replace('.', '/') + ".class"),
                        TABLE,
                        table -> build(table, notes));
    }

    private static List<Class<?>> records(Path classes) throws IOException {
        List<Class<?>> records = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                ClassModel model = ClassFile.of().parse(file);
                if (model.findAttribute(Attributes.record()).isPresent()) {
                    records.add(load(model.thisClass().asInternalName().replace('/', '.')));
                }
            }
        }
        return records;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, WriteNotes.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void build(ClassBuilder table, Map<String, String> notes) {
        MethodTypeDesc nothing = MethodTypeDesc.of(CD_void);
        table.withInterfaceSymbols(ClassDesc.of(NoteTable.class.getName()))
                .withMethodBody(
                        "<init>",
                        nothing,
                        ClassFile.ACC_PUBLIC,
                        code -> code.aload(0)
                                .invokespecial(CD_Object, "<init>", nothing)
                                .return_())
                .withMethodBody(
                        "text",
                        MethodTypeDesc.of(CD_String, CD_String),
                        ClassFile.ACC_PUBLIC,
                        code -> find(code, notes));
    }

    /** If the argument is one of the names, its text is returned, else null. */
    private static void find(CodeBuilder code, Map<String, String> notes) {
        notes.forEach((name, text) -> {
            Label next = code.newLabel();
            code.aload(1)
                    .ldc(name)
                    .invokevirtual(CD_String, "equals", MethodTypeDesc.of(CD_boolean, CD_Object))
                    .ifeq(next)
                    .ldc(text)
                    .areturn()
                    .labelBinding(next);
        });
        code.aconst_null().areturn();
    }
}
