@{
    IncludeDefaultRules = $true
    Severity            = @('Error', 'Warning', 'Information')
    ExcludeRules        = @(
        # Arguments of Pester's blocks and of a strategy's script block are bound by position and need not all be used.
        'PSReviewUnusedParameter'
        # Pester's variables are set in one block and used in another.
        'PSUseDeclaredVarsMoreThanAssignments'
    )
    Rules               = @{
        PSPlaceOpenBrace           = @{ Enable = $true; OnSameLine = $true; NewLineAfter = $true; IgnoreOneLineBlock = $true }
        PSUseConsistentIndentation = @{ Enable = $true; Kind = 'space'; IndentationSize = 4; PipelineIndentation = 'IncreaseIndentationForFirstPipeline' }
    }
}
