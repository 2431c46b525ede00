import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes out what the JDK generates at the first call, for the classes in a folder: {@code equals} and {@code hashCode} of
 * records, and {@code switch} over types. Generating takes 1 ms each, and no ahead-of-time cache holds the result.
 */
final class WriteMethods {
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final int FLAGS = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    private WriteMethods() {}

    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        ClassFile format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy(classes)));
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                Written written = new Written(format.parse(file));
                byte[] bytes = format.transformClass(written.model, written.transform());
                if (!written.methods.isEmpty()) {
                    Files.write(file, bytes);
                }
            }
        }
    }

    /** Of the classes in the folder, and of those on the class path. */
    private static ClassHierarchyResolver hierarchy(Path classes) {
        return ClassHierarchyResolver.ofResourceParsing(type -> open(
                        classes.resolve(type.packageName().replace('.', '/')).resolve(type.displayName() + ".class")))
                .orElse(ClassHierarchyResolver.defaultResolver());
    }

    private static InputStream open(Path file) {
        try {
            return Files.exists(file) ? Files.newInputStream(file) : null;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** A method that is added to a class, and called instead of one that would be generated. */
    private record Method(String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {}

    /** A class with the methods that it gets. */
    private static final class Written {
        private final ClassModel model;
        private final List<Method> methods = new ArrayList<>();

        Written(ClassModel model) {
            this.model = model;
        }

        ClassTransform transform() {
            return ClassTransform.transformingMethodBodies(this::write).andThen(ClassTransform.endHandler(this::add));
        }

        private void add(ClassBuilder builder) {
            methods.forEach(method -> builder.withMethodBody(method.name, method.type, FLAGS, method.body));
        }

        private void write(CodeBuilder code, CodeElement element) {
            Optional<Method> own = element instanceof InvokeDynamicInstruction call ? method(call) : Optional.empty();
            own.ifPresentOrElse(
                    method -> {
                        methods.add(method);
                        code.invokestatic(
                                model.thisClass().asSymbol(),
                                method.name,
                                method.type,
                                model.flags().has(AccessFlag.INTERFACE));
                    },
                    () -> code.with(element));
        }

        private Optional<Method> method(InvokeDynamicInstruction call) {
            DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
            String generator = bootstrap.owner().displayName() + "." + bootstrap.methodName();
            Optional<Consumer<CodeBuilder>> body = switch (generator + " "
                    + call.name().stringValue()) {
                case "ObjectMethods.bootstrap equals" ->
                    Optional.of(code -> equality(code, record(call), fields(call)));
                case "ObjectMethods.bootstrap hashCode" -> Optional.of(code -> hash(code, record(call), fields(call)));
                case "SwitchBootstraps.typeSwitch typeSwitch" -> types(call).map(types -> code -> choice(code, types));
                default -> Optional.empty();
            };
            return body.map(written ->
                    new Method("written$" + call.name().stringValue() + methods.size(), call.typeSymbol(), written));
        }
    }

    private static ClassDesc record(InvokeDynamicInstruction call) {
        return (ClassDesc) call.bootstrapArgs().getFirst();
    }

    /** The fields of a record, as {@link java.lang.runtime.ObjectMethods} takes them: after the class and the names. */
    private static List<DirectMethodHandleDesc> fields(InvokeDynamicInstruction call) {
        return call.bootstrapArgs().stream()
                .skip(2)
                .map(DirectMethodHandleDesc.class::cast)
                .toList();
    }

    /** Nothing if a {@code case} is a constant. */
    private static Optional<List<ClassDesc>> types(InvokeDynamicInstruction call) {
        List<ConstantDesc> cases = call.bootstrapArgs();
        return cases.stream().allMatch(label -> label instanceof ClassDesc type && !type.isPrimitive())
                ? Optional.of(cases.stream().map(ClassDesc.class::cast).toList())
                : Optional.empty();
    }

    /** As {@link java.lang.runtime.SwitchBootstraps#typeSwitch}: −1 for null, the first type from an index on, or their number. */
    private static void choice(CodeBuilder code, List<ClassDesc> types) {
        Label none = code.newLabel();
        code.aload(0).ifnull(none);
        for (int number = 0; number < types.size(); number++) {
            Label next = code.newLabel();
            code.iload(1)
                    .loadConstant(number)
                    .if_icmpgt(next)
                    .aload(0)
                    .instanceOf(types.get(number))
                    .ifeq(next)
                    .loadConstant(number)
                    .ireturn()
                    .labelBinding(next);
        }
        code.loadConstant(types.size()).ireturn();
        code.labelBinding(none).iconst_m1().ireturn();
    }

    private static void hash(CodeBuilder code, ClassDesc owner, List<DirectMethodHandleDesc> fields) {
        code.iconst_0();
        for (DirectMethodHandleDesc field : fields) {
            ClassDesc type = type(field);
            code.loadConstant(31).imul().aload(0).getfield(owner, field.methodName(), type);
            if (type.isPrimitive()) {
                code.invokestatic(wrapper(type), "hashCode", MethodTypeDesc.of(CD_int, type));
            } else {
                code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(CD_int, CD_Object));
            }
            code.iadd();
        }
        code.ireturn();
    }

    /** The same object, or one of the same record whose fields are equal. */
    private static void equality(CodeBuilder code, ClassDesc owner, List<DirectMethodHandleDesc> fields) {
        Label other = code.newLabel();
        Label differs = code.newLabel();
        code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn();
        code.labelBinding(other).aload(1).instanceOf(owner).ifeq(differs);
        code.aload(1).checkcast(owner).astore(2);
        for (DirectMethodHandleDesc field : fields) {
            ClassDesc type = type(field);
            code.aload(0).getfield(owner, field.methodName(), type);
            code.aload(2).getfield(owner, field.methodName(), type);
            if (type.isPrimitive()) {
                code.invokestatic(wrapper(type), "compare", MethodTypeDesc.of(CD_int, type, type))
                        .ifne(differs);
            } else {
                code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object))
                        .ifeq(differs);
            }
        }
        code.iconst_1().ireturn();
        code.labelBinding(differs).iconst_0().ireturn();
    }

    private static ClassDesc type(DirectMethodHandleDesc field) {
        return field.invocationType().returnType();
    }

    private static ClassDesc wrapper(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ClassDesc.of("java.lang.Boolean");
            case BYTE -> ClassDesc.of("java.lang.Byte");
            case CHAR -> ClassDesc.of("java.lang.Character");
            case DOUBLE -> ClassDesc.of("java.lang.Double");
            case FLOAT -> ClassDesc.of("java.lang.Float");
            case INT -> ClassDesc.of("java.lang.Integer");
            case LONG -> ClassDesc.of("java.lang.Long");
            case SHORT -> ClassDesc.of("java.lang.Short");
            case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.displayName());
        };
    }
}
