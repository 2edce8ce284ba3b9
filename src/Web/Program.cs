using Trials.Web.Verbs;

return await CommandLine.Run(args).ConfigureAwait(false);
