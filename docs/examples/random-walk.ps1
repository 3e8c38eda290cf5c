# Two years of 5-minute bars that are nothing but chance: whatever a sweep finds in them is luck.
#
#   ./random-walk.ps1 -Path EURUSD.csv
param([string]$Path = 'EURUSD.csv', [int]$Weeks = 104, [int]$Seed = 7)

$ErrorActionPreference = 'Stop'
$random = [Random]::new($Seed)
$newYork = [TimeZoneInfo]::FindSystemTimeZoneById('America/New_York')
$price = 1.1
$lines = [Collections.Generic.List[string]]::new()
$lines.Add('time,open,high,low,close,volume')
for ($week = 0; $week -lt $Weeks; $week++) {
    $time = [TimeZoneInfo]::ConvertTimeToUtc([datetime]::new(2023, 1, 1, 17, 0, 0).AddDays(7 * $week), $newYork)
    for ($bar = 0; $bar -lt 1440; $bar++) {
        $open = $high = $low = $price
        for ($step = 0; $step -lt 6; $step++) {
            $price += ($random.NextDouble() - 0.5) * 0.0003
            $high = [Math]::Max($high, $price)
            $low = [Math]::Min($low, $price)
        }

        $lines.Add([string]::Format([cultureinfo]::InvariantCulture, '{0:yyyy-MM-ddTHH:mm:ssZ},{1:F5},{2:F5},{3:F5},{4:F5},100', $time, $open, $high, $low, $price))
        $time = $time.AddMinutes(5)
    }
}

[IO.File]::WriteAllLines((Join-Path $PWD $Path), $lines)
