using Axfl.HelpBuilder;

if (args.Length != 2)
{
    Console.Error.WriteLine("Usage: Axfl.HelpBuilder <folder with markdown> <folder for help>");
    return 2;
}

try
{
    HelpFolder.Build(args[0], args[1]);
    return 0;
}
catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine("error: " + e.Message);
    return 1;
}
