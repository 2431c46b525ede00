package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.template.function.EvaluationContext;
import dev.jrelease.template.function.FunctionFailure;
import dev.jrelease.template.function.ResultKind;
import dev.jrelease.template.function.TimeMethods;
import dev.jrelease.template.function.Values;
import dev.jrelease.template.text.NotKnown;
import dev.jrelease.template.text.Unknown;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A member of a value: {@code value.Name}, or {@code value.Name arguments} for a method. */
record Member(Expression of, String name, List<Expression> arguments, Location location) implements Expression {
    Member {
        arguments = List.copyOf(arguments);
    }

    @Override
    public Object evaluate(Scope scope) {
        Object owner = of.evaluate(scope);
        List<Object> values = scope.values(arguments);
        if (Scope.BROKEN.equals(owner) || values.contains(Scope.BROKEN)) {
            return Scope.BROKEN;
        }
        if (owner instanceof ZonedDateTime time) {
            return asked(time, values, scope);
        }
        if (owner instanceof Unknown unknown) {
            return ofUnknown(unknown, values, scope);
        }
        if (!arguments.isEmpty()) {
            return scope.fail(location, "'" + name + "' is not a function and takes no arguments");
        }
        try {
            return part(owner).orElseGet(() -> missing(owner, scope));
        } catch (FunctionFailure failure) {
            return scope.fail(location, failure.getMessage());
        }
    }

    private Object ofUnknown(Unknown owner, List<Object> values, Scope scope) {
        return ResultKind.of(owner)
                .map(kind -> withoutParts(kind.words(), scope))
                .orElseGet(() -> WrittenExpression.ofPart(owner, name, values));
    }

    private Object withoutParts(String kind, Scope scope) {
        return scope.unknown(location, kind + " has no part '" + name + "'", Optional.empty());
    }

    private Optional<Object> part(Object owner) {
        boolean exact = isEnvironment() && owner instanceof Map;
        return exact ? Values.item(owner, name) : Values.part(owner, name);
    }

    private Object asked(ZonedDateTime time, List<Object> values, Scope scope) {
        try {
            Optional<Object> answer =
                    TimeMethods.call(time, name, values, scope.rendering().context());
            return answer.orElseGet(() -> scope.unknown(
                    location, "a time has no '" + name + "'", Suggestion.didYouMean(name, TimeMethods.names())));
        } catch (NotKnown missing) {
            return WrittenExpression.ofPart(time, name, values);
        } catch (FunctionFailure failure) {
            return scope.fail(location, failure.getMessage());
        }
    }

    private Object missing(Object owner, Scope scope) {
        if (owner instanceof EvaluationContext) {
            return scope.unknownName(name, location);
        }
        if (isEnvironment()) {
            return scope.fail(
                    location,
                    "the environment variable " + name + " is not set",
                    Suggestion.similar(name, Values.names(owner))
                            .flatMap(Suggestion::question)
                            .orElse("envOrDefault \"" + name + "\" \"…\" gives it a value for that case"));
        }
        if (!Values.hasParts(owner)) {
            return withoutParts(Values.kind(owner), scope);
        }
        String place = of instanceof Name around ? around.name() : "it";
        return scope.unknown(
                location, "there is no '" + name + "' in " + place, Suggestion.didYouMean(name, Values.names(owner)));
    }

    private boolean isEnvironment() {
        return switch (of) {
            case Name owner -> owner.name().equalsIgnoreCase("Env");
            case Member member -> member.of instanceof Variable && member.name.equalsIgnoreCase("Env");
            default -> false;
        };
    }
}
