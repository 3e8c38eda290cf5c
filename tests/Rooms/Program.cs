using Axfl.Rooms;

// Prints every room with its arrows, the cycles, and the largest file and folder. Ends with 1 when there is a cycle.
var src = args.Length > 0 ? args[0] : "src";
int rooms = 0, arrows = 0, cycles = 0;
foreach (var assembly in House.Assemblies)
{
    var found = assembly.Arrows;
    var bad = Cycles.Of(found);
    Console.WriteLine($"{assembly.Project} -> {string.Join(", ", assembly.References.Where(r => r.StartsWith("Axfl.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))}");
    foreach (var room in assembly.Rooms)
        Console.WriteLine($"  {Arrow.Name(room)} -> {string.Join(", ", found.Where(a => a.From == room).Select(a => Arrow.Name(a.To)))}");
    foreach (var arrow in bad) Console.WriteLine("  CYCLE " + arrow);
    (rooms, arrows, cycles) = (rooms + assembly.Rooms.Count(), arrows + found.Count, cycles + bad.Count);
}

Console.WriteLine($"{House.Assemblies.Count} assemblies, {rooms} rooms, {arrows} arrows between rooms, {cycles} on a cycle");
var files = House.Order.Keys.SelectMany(project => Directory.EnumerateFiles(Path.Combine(src, project), "*.cs", SearchOption.AllDirectories))
    .Select(path => (Path: Path.GetRelativePath(src, path).Replace('\\', '/'), Lines: File.ReadLines(path).Count()))
    .Where(f => !f.Path.Contains("/obj/", StringComparison.Ordinal) && !f.Path.Contains("/bin/", StringComparison.Ordinal)).ToList();
var file = files.MaxBy(f => f.Lines);
var folder = files.GroupBy(f => f.Path[..f.Path.LastIndexOf('/')]).MaxBy(g => g.Count())!;
Console.WriteLine($"largest file: {file.Path}, {file.Lines} lines; largest folder: {folder.Key}, {folder.Count()} files; "
    + $"{files.Count} files, median {files.Select(f => f.Lines).Order().ElementAt(files.Count / 2)} lines");
return cycles == 0 ? 0 : 1;
