namespace Trials.Web.Tests.Imports;

/// <summary>Invented court cards in the form of the real ones.</summary>
public static class Invented
{
    public const string CardHeader = "Номер дела,Файл,Репозиторий,УИД,Дата поступления,Категория дела,Дата рассмотрения,Результат рассмотрения,Событий";
    public const string EventHeader =
        "Номер дела,Файл,Наименование события,Дата,Время,Место проведения,Результат события,Основание,Примечание,Дата размещения";

    public const string UniqueNumber = "99RS0001-01-2025-000077-01";

    /// <summary>A civil case in the first instance: a step, a sitting that was adjourned, and one to come.</summary>
    public const string Card = "2-77/2025 ~ М-55/2025,one.html,Inventor," + UniqueNumber + ",10.01.2025,Споры →Иные споры,,,3";

    public const string Step = "2-77/2025 ~ М-55/2025,one.html,\"Регистрация иска (заявления, жалобы) в суде\",10.01.2025,09:15,,,,,11.01.2025";
    public const string Adjourned = "2-77/2025 ~ М-55/2025,one.html,Судебное заседание,03.02.2025,10:00,Зал 2,Заседание отложено,НЕЯВКА ОТВЕТЧИКА,,20.01.2025";
    public const string Coming = "2-77/2025 ~ М-55/2025,one.html,Судебное заседание,10.03.2025,11:30,Зал 2,,,,04.02.2025";

    public static string Cards(params string[] rows) => string.Join("\r\n", [CardHeader, .. rows, ""]);

    public static string Events(params string[] rows) => string.Join("\r\n", [EventHeader, .. rows, ""]);

    public static string Semicolons(string commas) => commas.Replace("\"Регистрация иска (заявления, жалобы) в суде\"", "Регистрация иска (заявления; жалобы) в суде")
        .Replace(',', ';').Replace("(заявления; жалобы)", "(заявления, жалобы)");
}
