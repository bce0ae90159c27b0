package dev.glidepath.local;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.util.function.BooleanSupplier;

/// Tells a fault in one line on stderr; its stack trace only where `--verbose` asks for it.
record OneLineFaults(BooleanSupplier verbose)
        implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleExecutionException(
            Exception fault, CommandLine command, ParseResult arguments) {
        tell(fault, command, "");
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        var command = fault.getCommandLine();
        tell(fault, command, "; see " + command.getCommandSpec().qualifiedName() + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private void tell(Exception fault, CommandLine command, String next) {
        command.getErr().println("glidepath: " + line(fault) + next);
        if (verbose.getAsBoolean()) {
            command.getErr().println(command.getColorScheme().stackTraceText(fault));
        }
        command.getErr().flush();
    }

    private static String line(Exception fault) {
        var message = fault.getMessage();
        return message == null || message.isBlank()
                ? fault.getClass().getName()
                : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
